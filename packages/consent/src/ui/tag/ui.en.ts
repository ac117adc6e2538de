export { text } from '../banner/text/en.ts'
export { mountView } from './mount-view.ts'
