export {
  type DeliveryEvent,
  type DeliveryOptions,
  type Receipt,
  type ReceiptOptions,
  receipt,
} from '@spaceone/consent-evidence'
export { deliverTo } from './deliver-to.ts'
