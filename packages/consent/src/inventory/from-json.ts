/**
 * The type of a value that comes from an imported JSON file. There TypeScript gives a literal text
 * the type `string`. If only some tables of texts in the file have a language, TypeScript gives the
 * others this key with the type `undefined`.
 */
export type FromJson<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly FromJson<Item>[]
    : Value extends object
      ? string extends keyof Value
        ? { readonly [Key in keyof Value]: FromJson<Value[Key]> | undefined }
        : { readonly [Key in keyof Value]: FromJson<Value[Key]> }
      : Value
