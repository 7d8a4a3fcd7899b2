/// A file whose fields have their names beside them.
package protocol MemberFile: RowFile {
  /// What of the members of rows no field took.
  var members: MemberReport { get }
  /// What of the members of nested rows no field took.
  var nestedMembers: MemberReport { get }
}
