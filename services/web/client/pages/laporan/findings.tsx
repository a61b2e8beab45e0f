import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { isTextOf, reportTexts } from './texts.ts';

type Report = components['schemas']['TieredReport'];

/** What the check found, each passage beside the one it resembles. */
export function Findings({ report }: { report: Report }) {
  const say = useTexts(reportTexts);
  const { data } = useApi(`/v1/tiered-reports/${report.id}/findings ${report.version}`, () =>
    bodyOf(api.GET('/v1/tiered-reports/{report}/findings', { params: { path: { report: report.id } } })),
  );
  if (!data) return null;
  if (data.findings.length === 0) return <p class="soft">{say('noFindings')}</p>;
  return (
    <div class="card stack">
      <h2>{say('findings')}</h2>
      {data.findings.map(({ kind, explanation, passages, source }) => (
        <div class="notice problem">
          <strong>{isTextOf(kind) ? say(kind) : kind}</strong>
          <p lang="id">
            <Outside text={explanation} />
          </p>
          {passages.map(({ text, sourceText }) => (
            <div class="report-beside">
              <blockquote>
                <span class="small soft">{say('here')}</span>
                <Outside text={text} />
              </blockquote>
              {sourceText !== null && (
                <blockquote>
                  <span class="small soft">
                    {say('there')} {source}
                  </span>
                  <Outside text={sourceText} />
                </blockquote>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
