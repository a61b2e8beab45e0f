/** A place in a list that is newest first: behind the row with this moment (epoch ms) and this id. */
export interface ListPlace {
  at: number;
  id: string;
}
