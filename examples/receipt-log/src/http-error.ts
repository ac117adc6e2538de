/** A refusal that the sender is told of in words. */
export const httpError = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode })
