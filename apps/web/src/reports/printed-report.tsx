import type { Schemas } from '../ask/api.ts';
import { useWords } from '../words/words.ts';

type Report = Schemas['Report'];
type Block = Report['blocks'][number];

/** A block of a report; a figure within it says, when pointed at, what it follows from. */
const Printed = ({ block, figures }: { block: Block; figures: Report['figures'] }) => {
  if (block.is === 'table')
    return (
      <div className="chart-table" tabIndex={0} role="region" aria-label={block.title}>
        <table>
          <caption>{block.title}</caption>
          <thead>
            <tr>
              {block.columns.map(({ header, right }) => (
                <th key={header} scope="col" className={right ? 'figure' : ''}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={at} className={block.columns[at]?.right === true ? 'figure' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  const text = block.runs.map((run, index) => {
    if ('text' in run) return run.text;
    const figure = figures[run.cited];
    return (
      <span key={index} className="cited" title={figure && `${figure.key}: ${figure.follows}`}>
        {figure?.printed}
      </span>
    );
  });
  if (block.is === 'paragraph') return <p>{text}</p>;
  return block.is === 'heading' ? <h3>{text}</h3> : <h4>{text}</h4>;
};

/** A report on the page as its file has it: head, number, title, text and tables. */
export const PrintedReport = ({ report }: { report: Report }) => {
  const { t } = useWords();
  return (
    <article className="panel printed" data-testid="report">
      <header>
        <div>{report.bureau}</div>
        <h2>{report.title}</h2>
        <div className="small">
          {report.number ?? t('noNumberYet')} · {report.day} · {t('dataAsOf')} {report.standing.asOf}
        </div>
      </header>
      {report.to !== null && <p>{report.to}</p>}
      {report.blocks.map((block, index) => (
        <Printed key={index} block={block} figures={report.figures} />
      ))}
    </article>
  );
};
