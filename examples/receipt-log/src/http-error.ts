/** Creates an error with an HTTP status. The response contains the error's message. */
export const httpError = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { statusCode })
