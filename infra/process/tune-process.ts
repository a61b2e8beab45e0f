import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * To be called before anything else is loaded. The compiled program is kept between starts, which halves the processor
 * time of the next one. The heap grows by a fifth between two full collections instead of doubling, for an office
 * PC; the npm scripts keep the nursery small (`--max-semi-space-size`), which can only be said at the start. Measured
 * with 20,000 items linked, both together (and a third instead of a fifth): 281 MB resident instead of 440 MB.
 */
export function tuneProcess(): void {
  enableCompileCache();
  setFlagsFromString('--heap-growing-percent=20');
}
