import { theme } from 'antd';

/**
 * Stands in the frame while a workspace is open and shows nothing. The library forgets the colours and sizes it
 * worked out for a look with the last part of the window that used them: at each change of screens, otherwise.
 */
export function LookKept() {
  theme.useToken();
  return null;
}
