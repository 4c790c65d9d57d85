import { useState } from 'react';
import { alikeIssues, type AlikeIssues } from '../../shared/alike-issues';
import type { Issue, Origin } from '../../shared/issue';
import { useWords } from '../i18n/use-words';
import { Button } from '../components/Button';
import './IssueList.css';

type Shown = Pick<Issue, 'severity' | 'code' | 'params' | 'origin'>;
type Place = (origin: Origin) => string | null;

/** So many never fill the room of a list. */
const FEW = 3;

/**
 * Problems in the data, each with how grave it is and, where `place` names it, where it stands. What is said of many
 * places is said of the first few until all of them are asked for.
 */
export function IssueList({
  issues,
  place = () => null,
}: {
  readonly issues: readonly Shown[];
  readonly place?: Place;
}) {
  return (
    // Longer than its room it scrolls: then the keys must reach it.
    <ul className="issues" tabIndex={issues.length > FEW ? 0 : undefined}>
      {alikeIssues(issues).map((alike, index) => (
        <Alike key={index} alike={alike} place={place} />
      ))}
    </ul>
  );
}

function Alike({
  alike: { shown, more },
  place,
}: {
  readonly alike: AlikeIssues<Shown>;
  readonly place: Place;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      {[...shown, ...(open ? more : [])].map((issue, index) => (
        <OneIssue key={index} issue={issue} place={place} />
      ))}
      {more.length > 0 && (
        <li className="issues-more">
          <Button kind="quiet" small aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('issues/fewer') : t('issues/more', { count: more.length })}
          </Button>
        </li>
      )}
    </>
  );
}

function OneIssue({ issue, place }: { readonly issue: Shown; readonly place: Place }) {
  const { term, sentence } = useWords();
  const { severity, code, params, origin } = issue;
  const where = origin ? place(origin) : null;
  return (
    <li>
      <span className={`issue-severity issue-${severity}`}>{term('severities', severity)}</span>
      <span>
        {sentence('issues', code, params)}
        {where !== null && <span className="muted"> {where}</span>}
      </span>
    </li>
  );
}
