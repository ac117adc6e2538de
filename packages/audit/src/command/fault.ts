const faults = new WeakSet<Error>()

/** Creates an error that ends the command with exit code 2 and of which it prints the message. */
export const fault = (message: string): Error => {
  const error = new Error(message)
  faults.add(error)
  return error
}

/** Creates a `fault` about the arguments, with a hint to the help. */
export const usageFault = (message: string): Error => fault(`${message} Help: consent-audit --help`)

/** Says whether an error was created by `fault`. */
export const isFault = (error: unknown): error is Error =>
  error instanceof Error && faults.has(error)
