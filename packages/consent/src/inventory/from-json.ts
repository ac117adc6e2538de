/**
 * The type of a value that comes from an imported JSON file: TypeScript knows a literal text there
 * as `string`, and a table of texts by the languages that any text of the file has.
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
