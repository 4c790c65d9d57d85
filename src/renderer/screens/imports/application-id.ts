const ID = /^\d{5,20}$/;

/** Whether text can be the id of an application (SDKAppID). */
export function isApplicationId(text: string): boolean {
  return ID.test(text);
}
