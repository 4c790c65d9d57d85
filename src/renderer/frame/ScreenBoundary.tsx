import { Component, type ReactNode } from 'react';
import { Notice } from '../components/Notice';
import { useWords } from '../i18n/use-words';

interface State {
  readonly failed: boolean;
}

/** A screen that breaks leaves the window standing: it says so, and can be tried again. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Broken onAgain={() => this.setState({ failed: false })} />;
  }
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useWords();
  return (
    <Notice tone="error" action={{ label: t('explain/retry'), run: onAgain }}>
      {t('screenBroken')}
    </Notice>
  );
}
