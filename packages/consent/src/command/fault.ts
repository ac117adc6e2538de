const faults = new WeakSet<Error>()

/** Creates an error that ends the command with exit code 2, and whose message alone is printed. */
export const commandFault = (message: string): Error => {
  const error = new Error(message)
  faults.add(error)
  return error
}

/** Creates a `commandFault` about the arguments, with a hint to the help. */
export const usageFault = (message: string): Error =>
  commandFault(`${message} Help: spaceone-consent --help`)

/** Says whether `commandFault` has created an error. */
export const isCommandFault = (error: unknown): error is Error =>
  error instanceof Error && faults.has(error)

/** Returns the first line of an error's message, without a full stop at its end. */
export const firstLine = (error: unknown): string =>
  `${error instanceof Error ? error.message : error}`.replace(/\n.*/s, '').replace(/\.$/, '')
