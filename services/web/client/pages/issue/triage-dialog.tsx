import { useEffect } from 'preact/hooks';
import { tell, tellError } from '../../components/toasts.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { useWorkflow } from './issue-data.ts';
import { StepDialog } from './step-dialog.tsx';
import { issueTexts } from './texts.ts';

/** Triage without leaving the queue: the same question as on the page of the issue. */
export function TriageDialog({ number, onClose }: { number: string; onClose(): void }) {
  const say = useTexts(issueTexts);
  const { data: held, error } = useWorkflow(number);
  const step = held?.workflow.steps.find(({ step: name, open }) => name === 'triage' && open);
  const cannot = error !== null || (held !== undefined && !step);
  useEffect(() => {
    if (!cannot) return;
    if (error) tellError(error);
    else tell(say('noTriage', { number }));
    onClose();
  }, [cannot]);
  return held && step ? <StepDialog held={held} step={step} onClose={onClose} /> : null;
}
