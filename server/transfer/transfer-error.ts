/** Something that the person at the screen can mend; the message is sentences for them, a line each. */
export class TransferError extends Error {
  override name = 'TransferError';
}
