/** `word: emoji …` — what an emoji says, as one word that no ordinary text contains. Our own list. */
const EMOJI_GROUPS: Readonly<Record<string, string>> = {
  emoji_tawa: '😂 🤣 😆 😅 😹 😝 🤪 😜 😛 😁 😄 😃 😀',
  emoji_senyum: '😊 🙂 ☺ 😇 🥰 😌 😉 😋 🤗 😸 😺 🙃',
  emoji_cinta: '❤ ♥ 💖 💕 💗 💓 💘 💙 💚 💛 💜 🧡 🤍 🖤 😍 😘 😻 💞 💝 😚 😙 🫰 🫶',
  emoji_sedih: '😭 😢 😔 😞 😟 🥺 😥 😓 😪 😿 💔 😩 😫 ☹ 🙁 😣 😖 🥲',
  emoji_marah: '😡 😠 🤬 👿 😤 😾 💢 👺 🖕',
  emoji_takut: '😱 😨 😰 😧 😦 🙀 😳 🫣',
  emoji_heran: '😮 😯 😲 🤯 😵 🤨 🧐 🤔 ❓ ❔',
  emoji_sinis: '🙄 😒 😏 😑 😐 😬 🤡 🤥 😶 🤦 🤷 🙈 🤭',
  emoji_jijik: '🤮 🤢 💩 🐍 🐀 👎 😷',
  emoji_setuju: '👍 👌 👏 🙌 🤝 💯 ✅ ✔ 🆗 🤟 🤘 ✌ ☝ 👆 🫡',
  emoji_semangat: '💪 🔥 ✊ 👊 🚀 ⚡ 🎉 🎊 🥳 🏆 🥇 🌟 ⭐ ✨ 🤩 😎 💥 🎖',
  emoji_doa: '🙏 🤲 📿 🕌',
  emoji_bendera: '🇮 🇩 🚩 🏴 🏳',
  emoji_awas: '⚠ 🚨 ‼ ❗ ⛔ 🚫 📢 📣 🆘 ❌ 🛑 ❕ ⁉',
  emoji_tunjuk: '👉 👇 👈 ⬇ ➡ ⬆ 🔽 ▶ 🔴 📌 📍 ☑ 🔗',
  emoji_mati: '💀 ☠ ⚰ 🪦 🥀',
};

const WORD_BY_EMOJI = new Map<string, string>();
for (const [word, emoji] of Object.entries(EMOJI_GROUPS)) {
  for (const one of emoji.split(' ')) WORD_BY_EMOJI.set(one, word);
}

/** The word for one emoji (a single code point, skin tone and selectors removed); `emoji_lain` for unknown ones. */
export function emojiWord(emoji: string): string {
  return WORD_BY_EMOJI.get(emoji) ?? 'emoji_lain';
}

/** True for code points that are drawn as emoji or pictographs; skin tones and joiners are not. */
export function isEmojiCode(code: number): boolean {
  if (code < 0x203c) return false;
  if (code >= 0x1f3fb && code <= 0x1f3ff) return false;
  return (
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x2300 && code <= 0x27bf) ||
    (code >= 0x2b00 && code <= 0x2bff) ||
    code === 0x203c ||
    code === 0x2049
  );
}

const EMOTICONS: Readonly<Record<string, string>> = {
  emoji_senyum: ':) :-) =) (: :] ^_^ ^^ :3 ;) ;-)',
  emoji_tawa: ':D :-D =D xD XD :P :p :-P =))',
  emoji_sedih: ":( :-( =( ): :'( :[ T_T T.T ;_; TT",
  emoji_marah: '>:( >.<',
  emoji_sinis: ':/ :-/ :| -_- -.- =_=',
  emoji_cinta: '<3 :* :-*',
};
const WORD_BY_EMOTICON = new Map<string, string>();
for (const [word, marks] of Object.entries(EMOTICONS)) {
  for (const one of marks.split(' ')) if (one) WORD_BY_EMOTICON.set(one, word);
}
/** Longest emoticon known, in characters. */
export const MAX_EMOTICON_CHARS = 3;

/** The word for an emoticon such as `:)`, or undefined when the marks are none. */
export function emoticonWord(marks: string): string | undefined {
  return WORD_BY_EMOTICON.get(marks);
}
