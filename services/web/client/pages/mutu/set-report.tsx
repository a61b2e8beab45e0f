import type { ComponentChildren } from 'preact';
import type { components } from '../../api/generated/schema.ts';
import { Table } from '../../components/table.tsx';
import { languageStore } from '../../stores/preferences.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { ConfusionOf } from './confusion.tsx';
import { NameOf } from './names.tsx';
import { qualityTexts } from './texts.ts';

type SetReport = NonNullable<components['schemas']['QualityReport']['gold']>;

const formatter = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(languageStore.get() === 'id' ? 'id-ID' : 'en-GB', options);

/** Two digits: the intervals are wider than a third would tell. */
export const saySmall = (value: number): string =>
  formatter({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
export const sayShare = (value: number): string =>
  formatter({ style: 'percent', maximumFractionDigits: 0 }).format(value);

interface Props {
  title: string;
  help: string;
  report: SetReport;
  children?: ComponentChildren;
}

/** One set of labelled posts: figures with their intervals, calibration, confusion. */
export function SetOf({ title, help, report, children }: Props) {
  const say = useTexts(qualityTexts);
  return (
    <div class="card stack">
      <h2>{title}</h2>
      <p class="soft">{help}</p>
      {children}
      <Table
        caption={title}
        hideCaption
        rows={Object.entries(report.figures)}
        columns={[
          { title: say('measure'), cell: ([name]) => <NameOf name={name} /> },
          {
            title: say('value'),
            isNumber: true,
            cell: ([, { value }]) => <strong>{saySmall(value)}</strong>,
          },
          { title: say('interval'), cell: ([, figure]) => <Interval {...figure} /> },
        ]}
      />
      <p class="small soft">{say('f1Help')}</p>
      <Calibration of={title} calibration={report.calibration} />
      <details class="stack">
        <summary>{say('confusion')}</summary>
        <p class="small soft">{say('confusionHelp')}</p>
        {(['tone', 'stance', 'topic'] as const).map((label) => (
          <ConfusionOf label={label} of={title} confusion={report.confusion[label]} />
        ))}
      </details>
    </div>
  );
}

/** The interval as numbers, and where it lies between nothing and all. */
const Interval = ({ value, low, high }: { value: number; low: number; high: number }) => (
  <span class="quality-interval">
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="8" />
      <rect class="span" x={100 * low} width={Math.max(1, 100 * (high - low))} height="8" />
      <rect class="mark" x={Math.min(98.5, 100 * value)} width="1.5" height="8" />
    </svg>
    <span class="number">
      {saySmall(low)}–{saySmall(high)}
    </span>
  </span>
);

function Calibration({ of, calibration }: Pick<SetReport, 'calibration'> & { of: string }) {
  const say = useTexts(qualityTexts);
  const { ece, bins, reviewShare, rightInReview, rightElsewhere } = calibration;
  return (
    <>
      <h3>{say('calibration')}</h3>
      <p class="small">
        {say('calibrationHelp', { ece: saySmall(ece) })}{' '}
        {say('reviewHelp', {
          share: sayShare(reviewShare),
          right: sayShare(rightInReview),
          elsewhere: sayShare(rightElsewhere),
        })}
      </p>
      <Table
        caption={`${say('calibration')}: ${of}`}
        hideCaption
        rows={bins.filter(({ n }) => n > 0)}
        columns={[
          { title: say('sureness'), cell: ({ from, to }) => `${sayShare(from)}–${sayShare(to)}` },
          { title: say('meanSure'), isNumber: true, cell: ({ confidence }) => sayShare(confidence) },
          { title: say('wasRight'), isNumber: true, cell: ({ right }) => sayShare(right) },
          { title: say('count'), isNumber: true, cell: ({ n }) => n },
        ]}
      />
    </>
  );
}
