/**
 * The type of a value that comes from an imported JSON file. TypeScript gives a literal text there
 * the type `string`, and each table of texts a key for every language of the file, which is
 * `undefined` where the table lacks the language.
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
