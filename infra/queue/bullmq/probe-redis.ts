import { clockFinding, type Finding, ill, well } from '../../../shared/ports/finding.ts';
import { connectRedis, isLockedOut, type RedisSettings, reasonOf } from './connect-redis.ts';

const least = 7;
/** Beyond this share of its memory a busy hour may fill it. */
const fullShare = 0.8;

type Value = (name: string) => string;

/** Looks at Redis without changing anything but one key of its own that is gone after a second. */
export async function probeRedis(settings: RedisSettings, prefix: string): Promise<Finding[]> {
  const connection = connectRedis(settings, false, 1);
  try {
    const before = Date.now();
    // The first command would wait for a server that is away as long as a job may.
    const info = await withLimit(connection.info());
    const after = Date.now();
    const value: Value = (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(String(info))?.[1] ?? '';
    const at = Number(value('server_time_usec')) / 1_000;
    return [
      well('Redis: sambungan', `menjawab dalam ${after - before} ms`),
      versionFinding(value),
      policyFinding(value),
      durabilityFinding(value),
      memoryFinding(value),
      ...(at > 0 ? [clockFinding('Redis', at, before, after)] : []),
      await rightsFinding(connection, `{${prefix}}:doctor`),
    ];
  } catch (error) {
    const message = reasonOf(connection, error);
    return [
      ill(
        'Redis: sambungan',
        message,
        isLockedOut(message)
          ? 'Perbaiki nama dan kata sandi di SARING_REDIS_URL.'
          : 'Jalankan Redis, atau perbaiki SARING_REDIS_URL.',
      ),
    ];
  } finally {
    connection.disconnect();
  }
}

const answerWithinMs = 5_000;

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`tidak menjawab dalam ${answerWithinMs / 1_000} detik`)),
      answerWithinMs,
    );
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function versionFinding(value: Value): Finding {
  const version = value('redis_version');
  return Number(version.split('.')[0]) >= least
    ? well('Redis: versi', version)
    : ill('Redis: versi', version, `Pasang Redis ${least}.0 atau lebih baru.`);
}

function policyFinding(value: Value): Finding {
  const policy = value('maxmemory_policy');
  return policy === '' || policy === 'noeviction'
    ? well('Redis: kebijakan memori', 'noeviction')
    : ill(
        'Redis: kebijakan memori',
        policy,
        'Setel maxmemory-policy noeviction; selain itu pekerjaan dapat hilang.',
      );
}

const durabilityFinding = (value: Value): Finding =>
  value('aof_enabled') === '1'
    ? well('Redis: catatan di cakram', 'append-only')
    : ill(
        'Redis: catatan di cakram',
        'append-only mati',
        'Setel appendonly yes; tanpa itu antrean hilang saat server mati.',
      );

function memoryFinding(value: Value): Finding {
  const [used, most] = [Number(value('used_memory')), Number(value('maxmemory'))];
  const detail = `${Math.round(used / 1e6)} MB dari ${most > 0 ? `${Math.round(most / 1e6)} MB` : 'seluruh memori mesin'}`;
  return most > 0 && used > fullShare * most
    ? ill('Redis: memori', detail, 'Naikkan maxmemory (REDIS_MEMORY) atau tambah pekerja.')
    : well('Redis: memori', detail);
}

async function rightsFinding(connection: ReturnType<typeof connectRedis>, key: string): Promise<Finding> {
  try {
    await withLimit(connection.set(key, '1', 'PX', 1_000));
    await withLimit(connection.eval('return redis.call("GET", KEYS[1])', 1, key));
    return well('Redis: hak', 'boleh menulis dan menjalankan skrip');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return ill('Redis: hak', message, remedyOf(message, key));
  }
}

function remedyOf(message: string, key: string): string {
  if (message.startsWith('OOM'))
    return 'Memorinya penuh: naikkan maxmemory (REDIS_MEMORY) atau tambah pekerja.';
  if (message.startsWith('READONLY')) return 'Arahkan SARING_REDIS_URL ke server utama; ini salinannya.';
  return `Beri pengguna itu hak atas kunci ${key.split(':')[0]}:* dan perintah EVAL.`;
}
