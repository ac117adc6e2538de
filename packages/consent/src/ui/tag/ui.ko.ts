export { text } from '../banner/text/ko.ts'
export { mountView } from './mount-view.ts'
