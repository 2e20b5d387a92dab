/** Names of people in cells: which parts of a text can be one. */

/** Surnames of nine in ten people; the rest are not looked for where names stand among other words. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);

/** Posts and groups, which are no names. */
const POST = /(?:部长|经理|主任|主管|厂长|班长|组长|队长|科长|处长|所长|院长|校长|总监|总裁|董事长|董事|监事|主席|书记|助理|专员|文员|人员|员工|成员|会计|出纳|法人|技师|工程师|顾问|代表|负责人|管理者|领导|高管|小组|部门|部|科|组|室|车间|工段|班组|工|全体|双方|企业|公司|方案)$/u;

const NAME = /^[\p{Script=Han}·]{2,12}\d{0,4}$/u;
const SHORT_NAME = /^\p{Script=Han}{2,3}$/u;

/** A remark in brackets belongs to the name: 张三（组长）. */
function partsOf(text: string): readonly string[] {
  return text.replaceAll(/[（(][^（()）]*[）)]/gu, '').split(/[、，,；;/\s]+/u).filter((part) => part !== '');
}

/** In a cell that holds people and nothing else. */
export function namesIn(text: string): readonly string[] {
  return partsOf(text).filter((part) => NAME.test(part) && !POST.test(part));
}

/** In a text where names stand among posts and departments: only what begins like a name. */
export function namesAmong(text: string): readonly string[] {
  return partsOf(text).filter((part) => SHORT_NAME.test(part) && SURNAMES.has(part.charAt(0)) && !POST.test(part));
}

/** Every part of a cell that lists people. */
export function listedPeople(text: string): readonly string[] {
  return partsOf(text);
}
