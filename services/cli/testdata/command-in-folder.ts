import { loadConfig } from '../../../shared/config/load-config.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { buildProgram } from '../program.ts';

export interface CommandInFolder {
  /** The installation in the folder, as the command opens it. */
  open(): Promise<Installation>;
  /** Runs `saring …` in the folder as it is typed; @returns what it printed */
  run(...words: string[]): Promise<string>;
}

/** Commands on an embedded installation in a folder of a test. */
export function commandInFolder(folder: string): CommandInFolder {
  const open = () => openEmbedded(loadConfig({}, { dataDir: folder, logLevel: 'silent' }));
  return {
    open,
    async run(...words) {
      let said = '';
      const out = (text: string): void => {
        said += text;
      };
      const context: Partial<CliContext> = { environment: {}, open, out, err: () => {} };
      await buildProgram(context as CliContext).parseAsync([...words, '--data', folder], { from: 'user' });
      return said;
    },
  };
}
