/** One view of the panel, which a tab opens. */
export interface View {
  /** The text of the tab. */
  readonly name: string
  readonly element: HTMLElement
  /** Draws the present state. */
  update(): void
}
