/** One view of the panel, which a tab opens. */
export interface View {
  /** The label of the tab in the panel. */
  readonly name: string
  readonly element: HTMLElement
  /** Draws the present state. */
  update(): void
}
