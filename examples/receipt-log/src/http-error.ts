/** Creates an error with an HTTP status, whose message is sent in the response. */
export const httpError = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode })
