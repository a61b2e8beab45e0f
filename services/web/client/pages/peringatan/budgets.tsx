import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Table } from '../../components/table.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { alertTexts } from './texts.ts';

/** How often units were woken, and for nothing. */
export function Budgets() {
  const say = useTexts(alertTexts);
  const { data } = useApi('/v1/alert-budgets', () => bodyOf(api.GET('/v1/alert-budgets')));
  if (!data || data.budgets.length === 0) return null;
  return (
    <div class="stack">
      <Table
        caption={say('budget')}
        columns={[
          { title: say('unit'), cell: ({ name }) => name },
          { title: say('pushes'), isNumber: true, cell: ({ pushes }) => pushes },
          { title: say('falseAlarms'), isNumber: true, cell: ({ falseAlarms }) => falseAlarms },
          {
            title: say('threshold'),
            isNumber: true,
            cell: ({ thresholdFactor }) => say('times', { factor: Math.round(thresholdFactor * 100) / 100 }),
          },
        ]}
        rows={data.budgets}
      />
      <p class="small soft">{say('budgetHelp', { allowed: data.budgets[0]!.allowed })}</p>
    </div>
  );
}
