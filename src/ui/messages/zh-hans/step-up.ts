import type { StaffMessages } from '../en/staff.ts';

export const stepUp: StaffMessages['stepUp'] = {
  title: '还是您本人吗？',
  text: '导出、密钥和员工变动，都要再核对一次您的口令。之后五分钟内不再询问。',
  passphrase: '您的口令',
  byPasskey: '用通行密钥证明',
  submit: '继续',
  working: '正在核对',
};
