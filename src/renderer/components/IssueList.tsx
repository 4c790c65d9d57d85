import './IssueList.css';

export interface WrittenIssue {
  readonly severity: 'error' | 'warning' | 'note';
  readonly severityName: string;
  readonly text: string;
  readonly place: string | null;
}

/** Problems in the data, each with how grave it is and where it stands. */
export function IssueList({ issues }: { readonly issues: readonly WrittenIssue[] }) {
  return (
    <ul className="issues">
      {issues.map((issue, index) => (
        <li key={index}>
          <span className={`issue-severity issue-${issue.severity}`}>{issue.severityName}</span>
          <span>
            {issue.text}
            {issue.place !== null && <span className="muted"> {issue.place}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
