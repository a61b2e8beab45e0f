import { createHash } from 'node:crypto';
import { gatherQuality } from '../../../pipelines/quality/gather-quality.ts';
import type { QualityReport } from '../../../shared/api/quality.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';

/** The quality report of an installation, as GET /v1/quality gives it. */
export const installationQuality = (installation: Installation): Promise<QualityReport> =>
  gatherQuality({
    ...installation,
    scope: nationalScope,
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  });
