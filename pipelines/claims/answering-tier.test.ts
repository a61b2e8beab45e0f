import { describe, expect, it } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import { buildClaim } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { chooseResponse } from '../respond/choose/choose-response.ts';
import { conditions, type StepFacts } from '../workflow/conditions.ts';
import { whyNotOfTier } from './answering-tier.ts';

const now = Date.UTC(2024, 1, 16);
const national = { text: 'Hasil pilpres nasional sudah diatur di server KPU', areas: ['35.73'] };
const local = { text: 'Undangan memilih tidak dikirim lagi', areas: ['35.73'], unit: '35.73' };

describe('the tier that answers a claim', () => {
  it.each<[over: Partial<Claim>, unit: string, may: boolean]>([
    [national, '35.73', false],
    [national, '35', true],
    [national, 'RI', true],
    [local, '35.73', true],
    // Kept by KPU RI for all, yet about no result: a regency tells its own voters.
    [{ ...local, unit: 'RI', areas: [] }, '35.73', true],
    [{ text: 'Sirekap menggelembungkan suara', unit: 'RI', areas: [] }, '35.73', false],
    [{ text: 'Sirekap menggelembungkan suara', unit: '35.73', areas: ['35.73'] }, '35.73', true],
  ])('%o by %s: %s', (over, unit, may) => {
    const claim = buildClaim(1, over);
    expect(whyNotOfTier(claim, unit) === null).toBe(may);
    // The chooser and the steps of an issue say the same as the rule, and in the same words.
    const issue = buildIssue(1, { unit: '35.78', handler: unit });
    const choice = chooseResponse({ claim, issue, unit, now });
    expect(choice.mayAnswerHere).toBe(may);
    const facts: StepFacts = {
      issue,
      claim,
      answers: [],
      publications: [],
      handovers: [],
      now,
      permissions: null,
    };
    const why = conditions.own_tier(facts);
    expect(why === null).toBe(may);
    if (!may) expect(why).toContain(choice.owner.reason);
  });

  it('asks nothing of a matter without a claim', () => expect(whyNotOfTier(null, '35.73')).toBeNull());
});
