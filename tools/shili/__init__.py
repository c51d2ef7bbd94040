"""The invented project 示例区大数据中心 2020: its story and its evidence."""
