/** One page under test: what throws on it, and from when on. */
export interface Fault {
  /** Of its page, its cookie and its tag. */
  readonly id: string
  /** Before the SDK comes. */
  readonly early: readonly string[]
  /** Once the banner stands. */
  readonly late: readonly string[]
}

/** What a visitor of such a page has come to. */
export interface Outcome {
  readonly id: string
  /** What could not be broken in this engine. */
  readonly whole: readonly string[]
  /** What ran, was sent for or was granted without a yes, and when. */
  readonly leaks: readonly string[]
  /** Exceptions and rejections that nobody caught. */
  readonly errors: readonly string[]
  /** Whether the visitor found a way to say no, to say yes after it, and to take that back. */
  readonly refused: boolean
  readonly accepted: boolean
  readonly withdrawn: boolean
}

interface Driver {
  /** Visits such pages, some of them side by side. */
  visit(faults: readonly Fault[]): Promise<Outcome[]>
}

declare global {
  interface Window {
    readonly driver: Driver
  }
}

const drive = (): void => {
  interface State {
    readonly record?: { readonly c: Readonly<Record<string, number>> }
  }
  type Page = Window &
    Record<string, unknown> & {
      answer: boolean
      asked: number
      held?: boolean
      breakAll?(names: readonly string[]): string[]
      whole: string[]
      spaceoneConsent?: {
        isGranted?(name: string): boolean
        $state?: { get(): State }
      }
    }

  // A browser has one prototype for each frame, and its methods work across them.
  const { querySelector, querySelectorAll } = Document.prototype
  const { click } = HTMLElement.prototype
  const { getEntriesByType } = Performance.prototype
  const { fromOutside } = window
  const { sleep, until } = fromOutside

  /** How many pages stand side by side. */
  const AT_ONCE = 8

  const visit = async ({ id, early, late }: Fault): Promise<Outcome> => {
    const leaks: string[] = []
    const errors: string[] = []
    const frame = await fromOutside.open(`/fault/${id}`)
    const page = frame.contentWindow as unknown as Page

    const part = (id: string) => fromOutside.part(page, id)
    const ask = <T>(question: () => T): T | undefined => {
      try {
        return question()
      } catch (error) {
        errors.push(`${error}`)
        return undefined
      }
    }
    const isGranted = () => ask(() => page.spaceoneConsent?.isGranted?.('analytics')) === true
    const answer = () =>
      ask(() => page.spaceoneConsent?.$state?.get().record?.c['analytics']) as number | undefined
    const hasAsked = (address: RegExp) =>
      getEntriesByType.call(page.performance, 'resource').some(({ name }) => address.test(name))
    const isRunning = () =>
      page.held === true ||
      querySelectorAll.call(page.document, 'script[src*="google"]:not([type="text/plain"])')
        .length > 0 ||
      hasAsked(/google/)
    const look = (when: string, hasRun = false) => {
      if (isGranted()) leaks.push(`granted ${when}`)
      if (!hasRun && isRunning()) leaks.push(`running ${when}`)
    }

    /** Goes the visitor's way to an answer: a button, and where there is none the browser's question. */
    const say = async (button: 'accept-all' | 'reject-all', before?: () => Promise<void>) => {
      page.answer = button === 'accept-all'
      const asked = page.asked
      if (!part(button)) {
        const link = querySelector.call(page.document, 'a') as HTMLElement
        click.call(link)
        const isOpen = () => part(button) || page.asked > asked
        // Where the link cannot be told from another one there is a button of ours.
        for (const id of ['dismiss', 'settings']) {
          const button = !(await until(isOpen, 800)) && part(id)
          if (button) click.call(button)
        }
        await until(isOpen, 800)
      }
      await before?.()
      const element = part(button)
      if (element && page.asked === asked) click.call(element)
      return until(() => answer() === (button === 'accept-all' ? 1 : 0), 500)
    }
    const readGuide = async () => {
      if (!part('preferences')) return
      for (const id of ['open-guide', 'copy', 'back']) {
        await until(() => part(id), 500)
        const element = part(id)
        if (element) click.call(element)
      }
      await until(() => part('accept-all'), 500)
    }

    const answers = { refused: false, accepted: false, withdrawn: false }
    const choose = async () => {
      answers.refused = await say('reject-all')
      look('after a no')
      answers.accepted = (await say('accept-all', readGuide)) && isGranted()
      if (answers.accepted) await until(isRunning, 1000)
      answers.withdrawn = (await say('reject-all')) && !isGranted()
      const isSilent = page[`ga-disable-G-${id}`] === true
      if (answers.accepted && answers.withdrawn && !isSilent) leaks.push('not silenced')
    }

    // Where the SDK has not started by now it will not.
    const isThere = ask(() => page.spaceoneConsent?.$state) !== undefined
    await until(() => part('banner'), !isThere ? 300 : early.length > 0 ? 1500 : 5000)
    look('before an answer')
    const whole = [...page.whole, ...(page.breakAll?.(late) ?? [])]
    if (isThere) await choose()
    look(answers.accepted ? 'after it was taken back' : 'without a yes', answers.accepted)
    if (isThere) await until(() => hasAsked(/\/report$/), 1000)
    // WebKitGTK may end altogether where a frame goes in the middle of something.
    await sleep(250)
    errors.push(...page.seen.errors.filter(error => error !== 'Script error.'))
    frame.remove()
    for (const name of [id, '_ga', `_ga_${id}`]) document.cookie = `${name}=; Max-Age=0; Path=/`
    return { id, whole, leaks, errors, ...answers }
  }

  const driver: Driver = {
    async visit(faults) {
      const outcomes: Outcome[] = []
      const left = [...faults.entries()]
      const visitNext = async (): Promise<void> => {
        const [at, fault] = left.shift() ?? []
        if (at === undefined || !fault) return
        outcomes[at] = await visit(fault)
        await visitNext()
      }
      await Promise.all(faults.slice(0, AT_ONCE).map(visitNext))
      return outcomes
    },
  }
  Object.defineProperty(window, 'driver', { value: driver })
}

/** Its source, a classic script. */
export const DRIVER = `(${drive})()`
