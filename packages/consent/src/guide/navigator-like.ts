/** What is read of a browser's `navigator`; anything but the user agent may be missing. */
export interface NavigatorLike {
  readonly userAgent: string
  readonly maxTouchPoints?: number | undefined
  readonly userAgentData?:
    | {
        readonly brands?: readonly { readonly brand: string }[] | undefined
        readonly platform?: string | undefined
        readonly mobile?: boolean | undefined
      }
    | undefined
  /** Brave's own mark. */
  readonly brave?: unknown
}

/**
 * Everything that tells browsers apart, as one text: the brands stand before the user agent, each
 * written as a user agent would. Empty where something cannot be read.
 */
export const readNavigator = (navigator: NavigatorLike): string => {
  try {
    const { userAgent, maxTouchPoints = 0, userAgentData, brave } = navigator
    const { brands = [], platform } = userAgentData ?? {}
    return [
      maxTouchPoints > 1 && 'Touch',
      brave && 'Brave',
      platform,
      ...brands.map(({ brand }) => `${brand}/`),
      userAgent,
    ].join(' ')
  } catch {
    return ''
  }
}
