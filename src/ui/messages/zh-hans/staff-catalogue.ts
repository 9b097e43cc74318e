import type { StaffCatalogue } from '../messages.ts';
import { approvals } from './approvals.ts';
import { common } from './common.ts';
import { noticeEditor } from './notice-editor.ts';
import { problems } from './problems.ts';
import { records } from './records.ts';
import { requests } from './requests.ts';
import { setup } from './setup.ts';
import { staff } from './staff.ts';

export const staffCatalogue: StaffCatalogue = {
  common,
  problems,
  staff,
  setup,
  requests,
  records,
  approvals,
  noticeEditor,
};
