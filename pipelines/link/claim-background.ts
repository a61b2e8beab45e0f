import { stemTerm } from './claim-text.ts';
import { commonWords, domainWords } from './common-words.ts';

/**
 * As many claims as are imagined beside those that are there, so that in a young knowledge base "di" and "suara" do not
 * weigh as much as "kontainer": with three claims every word is rare. Chosen: at some thousand claims it changes little.
 */
export const imaginedClaims = 200;
/** Shares of the imagined claims that hold a word of each list, and any other word. Chosen from their order of magnitude in titles. */
const shareCommon = 0.4;
const shareDomain = 0.2;
const shareOther = 0.003;

const imagined = new Map<number, number>();
for (const word of domainWords) imagined.set(stemTerm(word), imaginedClaims * shareDomain);
for (const word of commonWords) imagined.set(stemTerm(word), imaginedClaims * shareCommon);

/** How many of the imagined claims hold a stem. */
export const imaginedFrequency = (stem: number): number => imagined.get(stem) ?? imaginedClaims * shareOther;
