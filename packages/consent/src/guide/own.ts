/** Reads a key that the object has itself, so that nothing inherited is taken for data. */
export const own = <Value>(
  object: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined => Object.getOwnPropertyDescriptor(object, key)?.value
