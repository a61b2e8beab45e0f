/** More than two marks on one letter are there to climb over the lines around it. */
const stackedMarks = /(\p{M}{2})\p{M}+/gu;
/** Control characters and those that turn the direction of what follows. */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A collected text as it may be shown: it cannot reach out of its box, or turn round what stands after it. */
export const tamed = (text: string): string => text.replace(hidden, '').replace(stackedMarks, '$1');
