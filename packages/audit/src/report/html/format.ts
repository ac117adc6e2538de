/** The functions that format numbers and times in one language. */
export interface Formatters {
  readonly number: (value: number) => string
  /** Formats seconds as days, hours or minutes, if these give at least 2, else as seconds. */
  readonly time: (seconds: number) => string
  /** Formats seconds with up to one decimal, with the unit. */
  readonly tenths: (seconds: number) => string
  /** Formats milliseconds as seconds with one decimal, without a unit. */
  readonly seconds: (milliseconds: number) => string
  readonly date: (iso: string) => string
  /** Formats a time as `date` does, with seconds. */
  readonly dateWithSeconds: (iso: string) => string
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Returns the formatting functions of a language, such as `ko`. */
export const formattersOf = (language: string): Formatters => {
  const number = new Intl.NumberFormat(language)
  const tenth = new Intl.NumberFormat(language, {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  })
  const dateWith = (timeStyle: 'short' | 'medium') => {
    const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...{ dateStyle: 'long', timeStyle, hourCycle: 'h23', timeZone: 'UTC' },
    })
    return (iso: string) => {
      const time = new Date(iso)
      return Number.isNaN(time.getTime()) ? iso : `${format.format(time)} UTC`
    }
  }
  return {
    number: value => number.format(value),
    time: seconds => {
      const [unit, length] = UNITS.find(([, one]) => seconds >= 2 * one) ?? (['second', 1] as const)
      return new Intl.NumberFormat(language, {
        ...{ style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 },
      }).format(seconds / length)
    },
    tenths: seconds =>
      new Intl.NumberFormat(language, {
        ...{ style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 },
      }).format(seconds),
    seconds: milliseconds => tenth.format(milliseconds / 1000),
    date: dateWith('short'),
    dateWithSeconds: dateWith('medium'),
  }
}
