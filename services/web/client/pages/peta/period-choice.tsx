import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { besides, dayOf, daysOf, kindOf, lastDays, periodAt, periodKinds } from '../../components/periods.ts';
import { setQuery } from '../../router/router.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { mapTexts } from './texts.ts';

const show = (span: string): void => setQuery({ span });

/** Day, week or month with steps back and forth, or two days of one's own. */
export function PeriodChoice({ span }: { span: string }) {
  const say = useTexts(mapTexts);
  const kind = kindOf(span);
  const today = dayOf(Date.now());
  const recent = lastDays(today);
  const [first, last] = daysOf(span);
  // A day of today's period where there is one, else the end of the period that is shown.
  const anchor = today >= first && today <= last ? today : last;
  return (
    <fieldset class="map-period no-print">
      <legend class="visually-hidden">{say('period')}</legend>
      <div class="row">
        <Button
          looks="quiet"
          icon="back"
          aria-label={say('earlier')}
          onClick={() => show(besides(span, -1))}
        />
        <button
          type="button"
          class="chip"
          aria-pressed={span === recent}
          onClick={() => setQuery({ span: null })}
        >
          {say('recent')}
        </button>
        {periodKinds.map((one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={kind === one}
            onClick={() => show(periodAt(one, anchor))}
          >
            {say(one)}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          aria-pressed={kind === 'custom' && span !== recent}
          onClick={() => show(`${first}..${last}`)}
        >
          {say('custom')}
        </button>
        <Button
          looks="quiet"
          icon="next"
          aria-label={say('later')}
          disabled={last >= today}
          onClick={() => show(besides(span, 1))}
        />
      </div>
      {kind === 'custom' && <OwnSpan first={first} last={last} />}
    </fieldset>
  );
}

function OwnSpan({ first, last }: { first: string; last: string }) {
  const say = useTexts(mapTexts);
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  useEffect(() => {
    setFrom(first);
    setTo(last);
  }, [first, last]);
  const isBad = from === '' || to === '' || from > to;
  return (
    <form
      class="row map-span"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBad) show(`${from}..${to}`);
      }}
    >
      <Field label={say('from')}>
        <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
      </Field>
      <Field label={say('to')} wrong={isBad ? say('badSpan') : null}>
        <input type="date" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </Field>
      <Button type="submit" disabled={isBad}>
        {say('show')}
      </Button>
    </form>
  );
}
