/** A line of text, with the address of a link if it has one. */
export interface Line {
  readonly text: string
  readonly link?: string | undefined
}

/** A term with its description. */
export type Fact = readonly [term: string, lines: readonly Line[]]

/** A heading, `deeper` levels below the heading of the whole. */
export interface Heading {
  readonly heading: string
  readonly deeper: 0 | 1 | 2
}

/** Facts that are shown as a description list. */
export interface Facts {
  readonly facts: readonly Fact[]
}

/** A table, with its accessible name. The first cell of each row names the row. */
export interface Table {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

/** A part of what visitors read. `isSmall` is for the paragraph about where the facts are from. */
type Block =
  | Heading
  | Facts
  | Table
  | { readonly paragraph: string; readonly isSmall?: boolean }
  | { readonly list: readonly Line[] }

/** What visitors read of services, in the order in which they read it. */
export type Tree = readonly Block[]
