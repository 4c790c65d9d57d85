import type { BillLineRow } from '../../shared/contract/audits';
import { Section } from '../components/Section';
import { formatAmount, formatId, formatPrice, formatQuantity } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import './BillLineFields.css';

const NONE = '—';

/** The bill's lines behind the billed side, field by field as they were read. */
export function BillLineFields({ lines }: { readonly lines: readonly BillLineRow[] }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <Section title={t('billLine/title', { count: lines.length })}>
      {lines.map((line) => (
        <dl key={line.id} className="bill-line">
          {fieldsOf(line).map(([field, value]) => (
            <div key={field}>
              <dt>{t(`billLine/${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ))}
    </Section>
  );
}

function fieldsOf(line: BillLineRow): readonly (readonly [string, string])[] {
  return [
    ['product', [line.product, line.subProduct].filter((name) => name !== '').join(' / ')],
    ['component', line.componentName || NONE],
    ['transaction', line.transactionType || NONE],
    ['resource', line.resourceId ? formatId(line.resourceId) : NONE],
    ['charged', momentText(line.chargedAt)],
    ['used', stretchText(line.usageStart, line.usageEnd)],
    [
      'quantity',
      line.quantity === null ? NONE : `${formatQuantity(line.quantity)} ${line.quantityUnit}`,
    ],
    ['listPrice', line.listPrice === null ? NONE : formatPrice(line.listPrice)],
    ['unitPrice', line.unitPrice === null ? NONE : formatPrice(line.unitPrice)],
    ['original', line.originalAmount === null ? NONE : formatAmount(line.originalAmount)],
    ['discount', line.discount === null ? NONE : formatPrice(line.discount)],
    ['amount', formatAmount(line.amount)],
  ];
}

/** Both moments; the day is said once where it is the same. */
function stretchText(start: string | null, end: string | null): string {
  const sameDay = start !== null && end !== null && dayOf(start) === dayOf(end);
  return `${momentText(start)} – ${sameDay ? end.slice(DAY_LENGTH + 1) : momentText(end)}`;
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function dayOf(moment: string): string {
  return moment.slice(0, DAY_LENGTH);
}

function momentText(moment: string | null): string {
  return moment === null ? NONE : moment.replace('T', ' ');
}
