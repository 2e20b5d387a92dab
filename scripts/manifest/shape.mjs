/**
 * Order of children and which of them must be there, for the elements that a task pane's manifest holds: [MS-OWEMXML]
 * OfficeAppManifestV1_1 and TaskPaneAppVersionOverridesV1_0. `*`: any number of them; `!`: required.
 */
const shape = (children) => children.split(' ').map((child) => ({ name: child.replace(/[*!]/g, ''), many: child.includes('*'), required: child.includes('!') }));

/** By name of the element; where the same name means two things, by its parent too. */
export const SHAPES = {
  OfficeApp: shape('Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides ExtendedOverrides'),
  AppDomains: shape('AppDomain*'),
  'OfficeApp/Hosts': shape('Host*!'),
  Requirements: shape('Sets Methods'),
  Sets: shape('Set*!'),
  DefaultSettings: shape('SourceLocation! RequestedWidth RequestedHeight'),
  VersionOverrides: shape('Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins VersionOverrides'),
  'VersionOverrides/Hosts': shape('Host*!'),
  'VersionOverrides/Hosts/Host': shape('Runtimes AllFormFactors DesktopFormFactor MobileFormFactor'),
  DesktopFormFactor: shape('GetStarted FunctionFile ExtensionPoint*!'),
  GetStarted: shape('Title! Description! LearnMoreUrl!'),
  ExtensionPoint: shape('OfficeTab CustomTab OfficeMenu'),
  OfficeTab: shape('Group*!'),
  Group: shape('Label! Icon! Control*!'),
  Control: shape('Label! Supertip! Icon! Action! Enabled Items'),
  Supertip: shape('Title! Description!'),
  Action: shape('TaskpaneId SourceLocation! Title'),
  Icon: shape('bt:Image*!'),
  Resources: shape('bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!'),
  // Texts and addresses, in other languages too.
  'OfficeApp/DisplayName': shape('Override*'),
  'OfficeApp/Description': shape('Override*'),
  IconUrl: shape('Override*'),
  HighResolutionIconUrl: shape('Override*'),
  SupportUrl: shape('Override*'),
  'DefaultSettings/SourceLocation': shape('Override*'),
  'bt:Images/bt:Image': shape('bt:Override*'),
  'bt:Url': shape('bt:Override*'),
  'bt:String': shape('bt:Override*'),
  'bt:Images': shape('bt:Image*!'),
  'bt:Urls': shape('bt:Url*!'),
  'bt:ShortStrings': shape('bt:String*!'),
  'bt:LongStrings': shape('bt:String*!'),
};

const LOCALE = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?-[A-Za-z]{2}$/;
const ANY = /./;
const ID = /^.{1,125}$/;
const SET = /^\d+(\.\d+)+$/;
const RESID = { 'resid!': ANY };

/** Attributes of an element, `!`: required, and what they may be. An element that is not here has none. */
export const ATTRIBUTES = {
  OfficeApp: { 'xsi:type!': ANY },
  'OfficeApp/DisplayName': { 'DefaultValue!': ANY },
  'OfficeApp/Description': { 'DefaultValue!': ANY },
  IconUrl: { 'DefaultValue!': ANY },
  HighResolutionIconUrl: { 'DefaultValue!': ANY },
  SupportUrl: { 'DefaultValue!': ANY },
  'DefaultSettings/SourceLocation': { 'DefaultValue!': ANY },
  Override: { 'Locale!': LOCALE, 'Value!': ANY },
  'bt:Override': { 'Locale!': LOCALE, 'Value!': ANY },
  'OfficeApp/Hosts/Host': { 'Name!': ANY },
  Sets: { DefaultMinVersion: SET },
  Set: { 'Name!': ANY, MinVersion: SET },
  VersionOverrides: { 'xsi:type!': /^VersionOverridesV1_0$/ },
  'VersionOverrides/Hosts/Host': { 'xsi:type!': ANY },
  ExtensionPoint: { 'xsi:type!': /^(PrimaryCommandSurface|ContextMenu)$/ },
  OfficeTab: { 'id!': ID },
  Group: { 'id!': ID },
  Control: { 'xsi:type!': /^(Button|Menu)$/, 'id!': ID },
  Action: { 'xsi:type!': /^(ShowTaskpane|ExecuteFunction)$/ },
  Label: RESID,
  Title: RESID,
  Description: RESID,
  LearnMoreUrl: RESID,
  SourceLocation: RESID,
  'Icon/bt:Image': { 'size!': /^\d+$/, 'resid!': ANY },
  'bt:Images/bt:Image': { 'id!': ANY, 'DefaultValue!': ANY },
  'bt:Url': { 'id!': ANY, 'DefaultValue!': ANY },
  'bt:String': { 'id!': ANY, 'DefaultValue!': ANY },
};

/** Elements that hold text, and what it may be; the others hold none. */
export const TEXTS = { Id: ANY, Version: ANY, ProviderName: ID, DefaultLocale: ANY, Permissions: ANY, AppDomain: ANY, TaskpaneId: ID };

/** What a table says of the element at the end of a path: by its grandparent and parent, its parent, or its name. */
export const at = (table, path) => table[path.slice(-3).join('/')] ?? table[path.slice(-2).join('/')] ?? table[path.at(-1)];
