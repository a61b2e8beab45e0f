import type { FastifyRequest } from 'fastify';
import { ApiProblem } from './problems.ts';

/** Chosen: the largest file an API takes; a workbook of 100,000 posts has 15 MB. */
export const maxUploadBytes = 60_000_000;

export interface Parts {
  fields: Record<string, string>;
  file: { name: string; bytes: Uint8Array } | null;
}

/** A multipart body whole: its fields, and one file up to `maxBytes`. @throws ApiProblem 400, 413 or 415 */
export async function readParts(request: FastifyRequest, maxBytes: number): Promise<Parts> {
  if (!request.isMultipart())
    throw new ApiProblem(415, 'This route takes multipart/form-data', 'See /docs for its fields.');
  const fields: Record<string, string> = {};
  let file: Parts['file'] = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
      if (part.type === 'file') file = { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) };
      else fields[part.fieldname] = String(part.value ?? '');
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'FST_REQ_FILE_TOO_LARGE')
      throw new ApiProblem(413, `The file is larger than ${Math.round(maxBytes / 1e6)} MB`);
    if (error instanceof ApiProblem) throw error;
    throw new ApiProblem(400, 'The form cannot be read', error instanceof Error ? error.message : undefined);
  }
  return { fields, file: file && file.bytes.length > 0 ? file : null };
}
