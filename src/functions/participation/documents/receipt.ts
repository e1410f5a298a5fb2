/** F9.6 受領: how the city says that it has received a document. */
export const RECEIPT_MEANS = ['in-person', 'electronic', 'post', 'fax'] as const;
export type ReceiptMeans = (typeof RECEIPT_MEANS)[number];

export interface Receipt {
  number: string;
  division_id: string;
  division_name: string;
  office: string;
  /** '' when nobody is named */
  receiver: string;
  means: ReceiptMeans;
  /** YYYY-MM-DD */
  received_on: string;
  /** ISO 8601 */
  recorded_at: string;
}
