import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { Input, MethodName } from '../../../src/shared/contract/contract';
import type { Language } from '../../../src/shared/contract/fields';
import { queryKeyOf } from '../../../src/renderer/client/engine-query';
import { createI18n } from '../../../src/renderer/i18n/i18n';
import { NavigationProvider } from '../../../src/renderer/state/navigation';
import { NoticesProvider } from '../../../src/renderer/state/notices';
import { golden, QUESTIONS, type GoldenMethod } from '../../support/golden-answers';

/** A part of the window as a page, with the engine's golden answers at hand; nothing else answers. */
export async function drawn(
  part: ReactNode,
  language: Language,
  asked: readonly (keyof typeof QUESTIONS)[] = [],
  /** Answers in place of the golden ones. */
  instead: Partial<Record<keyof typeof QUESTIONS, unknown>> = {},
): Promise<string> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  for (const method of asked)
    client.setQueryData(
      queryKeyOf<MethodName>(method, QUESTIONS[method] as Input<MethodName>),
      instead[method] ?? golden<GoldenMethod>(method),
    );
  const i18n = await createI18n(language);
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <NoticesProvider>
          <NavigationProvider>{part}</NavigationProvider>
        </NoticesProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

/** Its words, one space between them, as they are read. */
export const textOf = (page: string) =>
  page
    .replace(/<[^>]*>/g, (tag) => (/^<\/(td|th|tr|dt|dd|div|p|li|h\d|table)>/.test(tag) ? ' ' : ''))
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of its tables, titles first, each as it is read. */
export const rowsOf = (page: string) =>
  [...page.matchAll(/<tr.*?<\/tr>/g)].map(([row]) => textOf(row));

/** What a sentence shows where its parameters were not given, or its key not found. */
export const UNWRITTEN = /\{\{|undefined|NaN|[a-zA-Z-]+:[a-z-]+\//;
