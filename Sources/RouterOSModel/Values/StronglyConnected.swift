/// The groups of nodes that lead to each other, those that others lead to before these.
///
/// Nodes are numbered from 0; `next` gives the nodes that one leads to. A node that leads to no group but
/// itself is a group of its own. Linear in nodes and edges, and without recursion (Tarjan's algorithm).
struct StronglyConnected {
  /// The groups, in an order in which each stands after all that it leads to.
  private(set) var groups: [[Int]] = []
  private var order: [Int]
  private var low: [Int]
  private var waiting: [Int] = []
  private var isWaiting: [Bool]
  private var count = 0

  init(_ next: [[Int]]) {
    order = Array(repeating: -1, count: next.count)
    low = order
    isWaiting = Array(repeating: false, count: next.count)
    for node in next.indices where order[node] < 0 { visit(node, next) }
  }

  private mutating func visit(_ root: Int, _ next: [[Int]]) {
    var path = [(node: root, edge: 0)]
    enter(root)
    while let (node, edge) = path.last {
      guard edge < next[node].count else {
        path.removeLast()
        leave(node)
        if let above = path.last?.node { low[above] = min(low[above], low[node]) }
        continue
      }
      path[path.count - 1].edge += 1
      let target = next[node][edge]
      if order[target] < 0 {
        enter(target)
        path.append((target, 0))
      } else if isWaiting[target] {
        low[node] = min(low[node], order[target])
      }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = count
    low[node] = count
    count += 1
    waiting.append(node)
    isWaiting[node] = true
  }

  private mutating func leave(_ node: Int) {
    guard low[node] == order[node], let start = waiting.lastIndex(of: node) else { return }
    let group = Array(waiting[start...])
    waiting.removeSubrange(start...)
    for member in group { isWaiting[member] = false }
    groups.append(group)
  }
}
