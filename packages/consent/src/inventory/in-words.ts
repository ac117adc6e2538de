import { quietly } from '../shared/errors.ts'

/** Returns the name of a country; its code where the browser has no name for it. */
export const countryName = (country: string, language: string): string =>
  quietly(() => new Intl.DisplayNames([language], { type: 'region' }).of(country)) ?? country

/** In days. */
const MONTH = 30.436875

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/**
 * Returns a period in words, as a whole number of the largest unit that divides it. Months and years
 * only from 12 months on: 395 days become 13 months, 400 days stay days.
 */
export const periodInWords = (seconds: number, language: string): string => {
  const days = seconds / 86_400
  const months = Math.ceil(days / MONTH)
  if (months > 11 && Math.floor(months * MONTH) === days)
    return months % 12 ? unit(months, 'month', language) : unit(months / 12, 'year', language)
  // Sites write five years as 5 * 365 days.
  if (days > 364 && days % 365 === 0) return unit(days / 365, 'year', language)
  const [name, size] = UNITS.find(([, size]) => seconds % size === 0) ?? ['second', 1]
  return unit(seconds / size, name, language)
}

const unit = (count: number, name: string, language: string): string =>
  // `Intl.NumberFormat` of Safari before 14.1 has no style "unit".
  quietly(() =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' })
      .format(count)
      // Japanese has no space between a number and its unit.
      .replace(/ (?=[か年日時分秒])/, ''),
  ) ?? `${count} ${name}`
