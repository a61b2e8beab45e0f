/** One thing about an installation that was looked at, for the operator, in Indonesian. */
export interface Finding {
  /** What was looked at, e.g. `Redis: versi`. */
  name: string;
  ok: boolean;
  /** What was found. */
  detail: string;
  /** What to do about it; null when all is well. */
  todo: string | null;
}

export const well = (name: string, detail: string): Finding => ({ name, ok: true, detail, todo: null });

export const ill = (name: string, detail: string, todo: string): Finding => ({
  name,
  ok: false,
  detail,
  todo,
});

/** Servers whose clocks differ by more put items into the wrong hour and leases into the past. */
const clockToleranceMs = 5_000;

/** @param serverAt the server's time in epoch ms, read while ours went from `before` to `after` */
export function clockFinding(server: string, serverAt: number, before: number, after: number): Finding {
  const offset = Math.round(serverAt - (before + after) / 2);
  const doubtful = (after - before) / 2;
  const name = `${server}: jam`;
  if (Math.abs(offset) <= clockToleranceMs + doubtful)
    return well(
      name,
      `selisih ${Math.abs(offset) < 1_000 ? 'di bawah 1' : Math.round(Math.abs(offset) / 1_000)} detik`,
    );
  const seconds = Math.round(Math.abs(offset) / 1_000);
  return ill(
    name,
    `${seconds} detik ${offset > 0 ? 'lebih cepat' : 'lebih lambat'} daripada mesin ini`,
    'Nyalakan penyelaras waktu (NTP, misalnya chrony) di semua mesin.',
  );
}

/** What a server that speaks plainly makes of a TLS greeting, in OpenSSL's words. */
const plainSpeech = /wrong version number|packet length too long|tls_validate_record_header/i;

/** Whether a connection failed since the address says TLS and the server speaks without it. */
export const speaksNoTls = (message: string): boolean => plainSpeech.test(message);
