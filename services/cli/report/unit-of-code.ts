import { UnknownUnit, unitOfCode as unitOf } from '../../../shared/areas/unit-of-code.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { CliError } from '../cli-context.ts';

export { areasBelow } from '../../../shared/areas/unit-of-code.ts';

/** The unit of a code as people type it (`35.73`, `3573`, `ri`). @throws CliError for one that is not there */
export function unitOfCode(typed: string): Unit {
  try {
    return unitOf(typed);
  } catch (error) {
    throw error instanceof UnknownUnit ? new CliError(error.message, 2) : error;
  }
}
