import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { tell } from '../../components/toasts.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { reportTexts } from './texts.ts';

type Report = components['schemas']['TieredReport'];
type Part = keyof NonNullable<Report['narrative']>;

interface Props {
  report: Report;
  onChanged(): void;
}

/** The parts that people write, each with what belongs in it. */
export function Narrative({ report, onChanged }: Props) {
  const { data } = useApi('/v1/tiered-guides', () => bodyOf(api.GET('/v1/tiered-guides')));
  if (!data) return null;
  return (
    <div class="card stack">
      {data.parts.map(({ id, title, guide }) =>
        report.state === 'draft' && may('draft') ? (
          <OnePart part={id as Part} title={title} guide={guide} report={report} onChanged={onChanged} />
        ) : (
          <div>
            <h2 lang="id">{title}</h2>
            <Outside text={report.narrative[id as Part] ?? '–'} most={40_000} />
          </div>
        ),
      )}
    </div>
  );
}

interface PartProps extends Props {
  part: Part;
  title: string;
  guide: string;
}

function OnePart({ part, title, guide, report, onChanged }: PartProps) {
  const say = useTexts(reportTexts);
  const stored = report.narrative[part] ?? '';
  const [text, setText, clear] = useDraft(`report.${report.id}.${part}`, stored);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      await api.PATCH('/v1/tiered-reports/{report}', {
        params: { path: { report: report.id } },
        headers: { 'if-match': `"${report.id}-${report.version}"` },
        body: { narrative: { [part]: text } },
      });
      clear();
      tell(say('saved'));
      onChanged();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={title} rule="quarter" help={guide}>
        <textarea
          rows={8}
          maxLength={40_000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <ProblemNotice error={problem} onRetry={onChanged} />
      <div>
        <Button type="submit" disabled={text === stored}>
          {say('saveText')}
        </Button>
      </div>
    </form>
  );
}
