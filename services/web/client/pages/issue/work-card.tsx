import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { isConflict } from '../../api/problem.ts';
import { may, sessionNow } from '../../api/session.ts';
import { invalidate } from '../../api/use-api.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loading, ProblemNotice } from '../../components/states.tsx';
import { sayMoment } from '../../components/times.tsx';
import { tell, tellError } from '../../components/toasts.tsx';
import { useKeptFocus } from '../../components/use-kept-focus.ts';
import { goTo } from '../../router/router.ts';
import { unitName } from '../../stores/units.ts';
import { useTexts } from '../../texts/catalogue.ts';
import { ActForm } from './act-form.tsx';
import { HandoverDialog } from './handover-dialog.tsx';
import { type HeldWorkflow, type Step, useColleagues, useWorkflow } from './issue-data.ts';
import { StepDialog, takeStep } from './step-dialog.tsx';
import { releaseIssue, takeIssue } from './take-issue.ts';
import { issueTexts } from './texts.ts';
import { WayToVerdict } from './way-to-verdict.tsx';
import { workTexts } from './work-texts.ts';

/** Who has it, what can be done now, and what is closed and why. */
export function WorkCard({ issue }: { issue: string }) {
  const say = useTexts(issueTexts);
  const answer = useWorkflow(issue);
  const [open, setOpen] = useState<Step | 'handover' | 'assign' | null>(null);
  useKeptFocus(answer.data?.tag);
  if (answer.error && !answer.data) return <ProblemNotice error={answer.error} onRetry={answer.reload} />;
  if (!answer.data) return <Loading height="7rem" />;
  const held = answer.data;
  const { workflow } = held;
  const close = (): void => setOpen(null);
  const take = (step: Step): void => {
    if (step.needs.length > 0) setOpen(step);
    else takeStep(held, step).then(() => done(step), refused);
  };
  const done = (step: Step): void => {
    tell(say('stepDone', { step: step.label }));
    if (step.step === 'draft') goTo(composerOf(issue));
  };
  const refused = (error: unknown): void => {
    tellError(error);
    if (isConflict(error)) invalidate('/v1/i');
  };
  return (
    <section class="work no-print" aria-label={say('work')}>
      <Steps held={held} onTake={take} />
      <Owner held={held} onAssign={() => setOpen('assign')} onHandover={() => setOpen('handover')} />
      <Waiting held={held} />
      <Visibility held={held} />
      {open === 'handover' && (
        <HandoverDialog number={workflow.issue} unit={workflow.handler} onClose={close} />
      )}
      {open === 'assign' && <AssignDialog held={held} onClose={close} />}
      {open !== null && typeof open === 'object' && <StepDialog held={held} step={open} onClose={close} />}
    </section>
  );
}

interface OwnerProps {
  held: HeldWorkflow;
  onAssign(): void;
  onHandover(): void;
}

function Owner({ held: { workflow }, onAssign, onHandover }: OwnerProps) {
  const say = useTexts(issueTexts);
  const me = sessionNow()?.user?.id;
  const { owner, people, issue, readBy } = workflow;
  if (!workflow.isMine) return <p class="soft">{say('otherUnit', { unit: unitName(workflow.handler) })}</p>;
  return (
    <div class="row">
      <span class="work-owner">
        <Icon name="person" />
        <span>
          {say('owner')}: <strong>{owner === null ? say('nobody') : (people[owner] ?? owner)}</strong>
        </span>
      </span>
      {readBy && readBy.holder !== me && (
        <span class="small soft">
          {say('readBy', { name: people[readBy.holder] ?? readBy.holder, when: sayMoment(readBy.until) })}
        </span>
      )}
      {may('triage') && (
        <>
          {owner === null && !isAwaited(workflow) && (
            <Button looks="little" icon="check" onClick={() => void takeIssue(issue)}>
              {say('take')}
            </Button>
          )}
          {owner !== null && owner === me && (
            <Button looks={['quiet', 'little']} icon="back" onClick={() => void releaseIssue(issue)}>
              {say('release')}
            </Button>
          )}
          {may('approve') && (
            <Button looks={['quiet', 'little']} icon="person" onClick={onAssign}>
              {say('assign')}
            </Button>
          )}
          <Button looks={['quiet', 'little']} icon="escalate" onClick={onHandover}>
            {say('escalate')}
          </Button>
        </>
      )}
    </div>
  );
}

const composerOf = (issue: string): string => `/jawaban/baru?isu=${issue}`;

/** Ways out and back: never what an issue waits for. */
const asides = new Set<Step['step']>(['resort', 'dismiss', 'reopen']);
const isAside = ({ step }: Step): boolean => asides.has(step);

/** Nothing goes on before somebody has it. */
const isAwaited = ({ owner, isMine, steps }: HeldWorkflow['workflow']): boolean =>
  owner === null && isMine && may('triage') && !steps.some((step) => step.open && !isAside(step));

/** The first open step is what the issue waits for. */
function Steps({ held: { workflow }, onTake }: { held: HeldWorkflow; onTake(step: Step): void }) {
  const say = useTexts(issueTexts);
  if (!workflow.isMine) return null;
  const open = workflow.steps.filter((step) => step.open);
  const forward = open.filter((step) => !isAside(step));
  const closed = workflow.steps.filter((step) => !step.open);
  return (
    <div class="stack">
      <div class="row">
        {forward.map((step, n) => (
          <Button key={step.step} looks={n === 0 ? 'main' : []} onClick={() => onTake(step)}>
            {step.label}
          </Button>
        ))}
        {isAwaited(workflow) && (
          <Button looks="main" icon="check" onClick={() => void takeIssue(workflow.issue)}>
            {say('take')}
          </Button>
        )}
        {forward.length === 0 && <WayToVerdict workflow={workflow} />}
        {open.length === 0 && <span class="soft">{say('noSteps')}</span>}
        {may('draft') && !open.some(({ step }) => step === 'draft') && (
          <ButtonLink href={composerOf(workflow.issue)} icon="jawaban">
            {say('draftAnswer')}
          </ButtonLink>
        )}
        {open.filter(isAside).map((step) => (
          <Button key={step.step} looks="quiet" onClick={() => onTake(step)}>
            {step.label}
          </Button>
        ))}
      </div>
      {closed.length > 0 && (
        <details class="small">
          <summary>{say('closedSteps')}</summary>
          <ul class="closed-steps">
            {closed.map(({ step, label, blocked }) => (
              <li key={step}>
                <strong>{label}</strong>: {blocked.join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Offers to other units that were not answered yet. */
function Waiting({ held: { workflow } }: { held: HeldWorkflow }) {
  const say = useTexts(issueTexts);
  const open = workflow.handovers.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  const withdraw = (handover: string): void => {
    const reason = say('undoReason');
    api
      .POST('/v1/handovers/{handover}/withdraw', { params: { path: { handover } }, body: { reason } })
      .then(() => invalidate('/v1/i'), tellError);
  };
  return (
    <ul class="stack">
      {open.map(({ id, to, dueAt }) => (
        <li class="row" key={id}>
          <Icon name="wait" /> {say('waiting', { unit: unitName(to), when: sayMoment(dueAt) })}
          <Button looks={['quiet', 'little']} onClick={() => withdraw(id)}>
            {say('withdraw')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whether the units below may look at it, as the people of its unit decide. */
function Visibility({ held: { workflow, tag } }: { held: HeldWorkflow }) {
  const say = useTexts(workTexts);
  const [isOpen, setIsOpen] = useState(false);
  const { unit, isMine, visibility, issue } = workflow;
  const isShown = visibility === 'below';
  // A regency has nobody below it: its code has five characters.
  if (!isMine || unit.length > 2) return null;
  const send = async (reason: string): Promise<void> => {
    await api.POST('/v1/issues/{issue}/visibility', {
      params: { path: { issue }, header: { 'if-match': tag } },
      body: { visibility: isShown ? 'own' : 'below', reason },
    });
    invalidate('/v1/i');
    tell(say(isShown ? 'hiddenNow' : 'shownNow'));
  };
  if (!isShown && !may('approve')) return null;
  return (
    <div class="row">
      {isShown && <span class="small soft">{say('visibleBelow')}</span>}
      {may('approve') && (
        <Button looks={['quiet', 'little']} icon="unit" onClick={() => setIsOpen(true)}>
          {say(isShown ? 'hideBelow' : 'showBelow')}
        </Button>
      )}
      {isOpen && (
        <ActForm
          title={say(isShown ? 'hideBelow' : 'showBelow')}
          draft={`visibility.${issue}`}
          isReady={true}
          minLength={5}
          onSend={send}
          onClose={() => setIsOpen(false)}
        >
          <p>{say('showHelp')}</p>
        </ActForm>
      )}
    </div>
  );
}

function AssignDialog({ held: { workflow, tag }, onClose }: { held: HeldWorkflow; onClose(): void }) {
  const say = useTexts(issueTexts);
  const { data } = useColleagues();
  const people = data?.colleagues.filter(({ permissions }) => permissions.includes('triage')) ?? [];
  const [owner, setOwner] = useState('');
  const send = async (reason: string): Promise<void> => {
    await api.POST('/v1/issues/{issue}/owner', {
      params: { path: { issue: workflow.issue }, header: { 'if-match': tag } },
      body: { owner, reason },
    });
    invalidate('/v1/i');
    tell(say('assigned', { name: people.find(({ id }) => id === owner)?.name ?? owner }));
  };
  return (
    <ActForm
      title={say('assign')}
      draft={`assign.${workflow.issue}`}
      isReady={owner !== ''}
      minLength={5}
      onSend={send}
      onClose={onClose}
    >
      <Field label={say('assignTo')} rule="roles" isRequired>
        <select value={owner} onChange={(event) => setOwner(event.currentTarget.value)}>
          <option value="">{say('chooseColleague')}</option>
          {people.map(({ id, name, unit }) => (
            <option key={id} value={id}>
              {name} · {unitName(unit)}
            </option>
          ))}
        </select>
      </Field>
    </ActForm>
  );
}
